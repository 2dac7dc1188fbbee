/** The public topics as an interface: which events there are, their schemas, and the document that describes them. */
@NullMarked
package dev.pagewright.event.published;

import org.jspecify.annotations.NullMarked;
