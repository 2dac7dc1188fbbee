package dev.pagewright.export.docx;

import dev.pagewright.document.Block;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The lists of a document: bullets share one, each ordered list begins where its first item does. Not thread-safe. */
final class Numbering {

    static final int LEVELS = 9;

    private static final List<String> BULLETS = List.of("•", "◦", "▪");

    /** How the items of a list count. */
    private enum Kind {
        BULLET("bullet", "1"),
        DECIMAL("decimal", "2"),
        LOWER_LETTER("lowerLetter", "3"),
        UPPER_LETTER("upperLetter", "4");

        private final String wireName;
        private final String definition;

        Kind(String wireName, String definition) {
            this.wireName = wireName;
            this.definition = definition;
        }
    }

    private record Instance(Kind kind, int level, int start) {}

    private final List<Instance> instances = new ArrayList<>(List.of(new Instance(Kind.BULLET, 0, 1)));
    private final Map<Integer, Integer> open = new TreeMap<>();

    /** The next ordered item begins a new list. */
    void endLists() {
        open.clear();
    }

    /** @return the number of the list that the item belongs to */
    int list(Block.ListItem item) {
        int level = Math.min(item.depth(), LEVELS - 1);
        open.keySet().removeIf(depth -> depth > level);
        if (!item.ordered()) {
            open.remove(level);
            return 1;
        }
        return open.computeIfAbsent(level, depth -> {
            instances.add(instance(item.marker(), depth));
            return instances.size();
        });
    }

    private static Instance instance(String marker, int level) {
        String bare = marker.replaceAll("[^A-Za-z0-9]", "");
        if (bare.matches("[0-9]{1,9}")) {
            return new Instance(Kind.DECIMAL, level, Integer.parseInt(bare));
        }
        if (bare.matches("[a-zA-Z]")) {
            char letter = bare.charAt(0);
            Kind kind = Character.isLowerCase(letter) ? Kind.LOWER_LETTER : Kind.UPPER_LETTER;
            return new Instance(kind, level, bare.toLowerCase(Locale.ROOT).charAt(0) - 'a' + 1);
        }
        return new Instance(Kind.DECIMAL, level, 1);
    }

    void write(MarkupWriter word) throws IOException {
        word.declaration(DocxParts.DECLARATION);
        word.open("w:numbering", "xmlns:w", DocxParts.NAMESPACE).line();
        for (Kind kind : Kind.values()) {
            definition(word, kind);
        }
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get(i);
            word.open("w:num", "w:numId", Integer.toString(i + 1));
            word.empty("w:abstractNumId", "w:val", instance.kind().definition);
            if (instance.kind() != Kind.BULLET) {
                word.open("w:lvlOverride", "w:ilvl", Integer.toString(instance.level()));
                word.empty("w:startOverride", "w:val", Integer.toString(instance.start()));
                word.close("w:lvlOverride");
            }
            word.close("w:num").line();
        }
        word.close("w:numbering").flush();
    }

    private static void definition(MarkupWriter word, Kind kind) throws IOException {
        word.open("w:abstractNum", "w:abstractNumId", kind.definition);
        word.empty("w:multiLevelType", "w:val", "hybridMultilevel");
        for (int level = 0; level < LEVELS; level++) {
            word.open("w:lvl", "w:ilvl", Integer.toString(level));
            word.empty("w:start", "w:val", "1");
            word.empty("w:numFmt", "w:val", kind.wireName);
            String text = kind == Kind.BULLET ? BULLETS.get(level % BULLETS.size()) : "%" + (level + 1) + ".";
            word.empty("w:lvlText", "w:val", text).empty("w:lvlJc", "w:val", "left");
            String indent = Integer.toString(720 * (level + 1));
            word.open("w:pPr")
                    .empty("w:ind", "w:left", indent, "w:hanging", "360")
                    .close("w:pPr");
            word.close("w:lvl");
        }
        word.close("w:abstractNum").line();
    }
}
