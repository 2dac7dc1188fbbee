package dev.pagewright.worker.attempt;

/** A throwable that no other step can stand in for: nobody wants the page any more, or its time is over. */
public interface EndsPage {

    boolean endsPage();
}
