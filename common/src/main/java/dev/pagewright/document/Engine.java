package dev.pagewright.document;

import java.util.Arrays;

/** What read a word. The wire name is part of the public contract. */
public enum Engine {
    TEXT_LAYER("text-layer"),
    TESSERACT("tesseract"),
    PP_OCR("pp-ocr"),
    VLM("vlm");

    private final String wireName;

    Engine(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** @throws IllegalArgumentException for a name that no engine has */
    public static Engine fromWireName(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no engine is called " + name));
    }
}
