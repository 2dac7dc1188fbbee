package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.MAKE;
import static dev.pagewright.export.docx.Wml.whole;

import dev.pagewright.document.Block;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.wml.Jc;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.Lvl;
import org.docx4j.wml.NumFmt;
import org.docx4j.wml.NumberFormat;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;

/** The lists of a document: bullets share one, each ordered list begins where its first item does. Not thread-safe. */
final class Numbering {

    static final int LEVELS = 9;

    private static final List<String> BULLETS = List.of("•", "◦", "▪");
    private static final int BULLETED = 1;

    /** How the items of a list count, and the number of the definition that says so. */
    private enum Kind {
        BULLET(1, NumberFormat.BULLET),
        DECIMAL(2, NumberFormat.DECIMAL),
        LOWER_LETTER(3, NumberFormat.LOWER_LETTER),
        UPPER_LETTER(4, NumberFormat.UPPER_LETTER);

        private final int definition;
        private final NumberFormat format;

        Kind(int definition, NumberFormat format) {
            this.definition = definition;
            this.format = format;
        }
    }

    private record Start(Kind kind, int level, int number) {}

    private final org.docx4j.wml.Numbering lists = MAKE.createNumbering();
    private final Map<Integer, Integer> open = new TreeMap<>();

    Numbering() {
        for (Kind kind : Kind.values()) {
            lists.getAbstractNum().add(definition(kind));
        }
        begin(new Start(Kind.BULLET, 0, 1));
    }

    /** The part that holds the lists; those that come later are in it as well. */
    NumberingDefinitionsPart part() throws InvalidFormatException {
        var part = new NumberingDefinitionsPart();
        part.setJaxbElement(lists);
        return part;
    }

    /** The next ordered item begins a new list. */
    void endLists() {
        open.clear();
    }

    /** The place of an item in its list, as a property of its paragraph. */
    PPrBase.NumPr of(Block.ListItem item) {
        int level = Math.min(item.depth(), LEVELS - 1);
        PPrBase.NumPr place = MAKE.createPPrBaseNumPr();
        PPrBase.NumPr.Ilvl depth = MAKE.createPPrBaseNumPrIlvl();
        depth.setVal(whole(level));
        place.setIlvl(depth);
        PPrBase.NumPr.NumId number = MAKE.createPPrBaseNumPrNumId();
        number.setVal(whole(list(item, level)));
        place.setNumId(number);
        return place;
    }

    private int list(Block.ListItem item, int level) {
        open.keySet().removeIf(depth -> depth > level);
        if (!item.ordered()) {
            open.remove(level);
            return BULLETED;
        }
        return open.computeIfAbsent(level, depth -> begin(start(item.marker(), depth)));
    }

    private static Start start(String marker, int level) {
        String bare = marker.replaceAll("[^A-Za-z0-9]", "");
        if (bare.matches("[0-9]{1,9}")) {
            return new Start(Kind.DECIMAL, level, Integer.parseInt(bare));
        }
        if (bare.matches("[a-zA-Z]")) {
            char letter = bare.charAt(0);
            Kind kind = Character.isLowerCase(letter) ? Kind.LOWER_LETTER : Kind.UPPER_LETTER;
            return new Start(kind, level, bare.toLowerCase(Locale.ROOT).charAt(0) - 'a' + 1);
        }
        return new Start(Kind.DECIMAL, level, 1);
    }

    private int begin(Start start) {
        int number = lists.getNum().size() + 1;
        org.docx4j.wml.Numbering.Num list = MAKE.createNumberingNum();
        list.setNumId(whole(number));
        var definition = MAKE.createNumberingNumAbstractNumId();
        definition.setVal(whole(start.kind().definition));
        list.setAbstractNumId(definition);
        if (start.kind() != Kind.BULLET) {
            var override = MAKE.createNumberingNumLvlOverride();
            override.setIlvl(whole(start.level()));
            var first = MAKE.createNumberingNumLvlOverrideStartOverride();
            first.setVal(whole(start.number()));
            override.setStartOverride(first);
            list.getLvlOverride().add(override);
        }
        lists.getNum().add(list);
        return number;
    }

    private static org.docx4j.wml.Numbering.AbstractNum definition(Kind kind) {
        var definition = MAKE.createNumberingAbstractNum();
        definition.setAbstractNumId(whole(kind.definition));
        var levels = MAKE.createNumberingAbstractNumMultiLevelType();
        levels.setVal("hybridMultilevel");
        definition.setMultiLevelType(levels);
        for (int level = 0; level < LEVELS; level++) {
            definition.getLvl().add(level(kind, level));
        }
        return definition;
    }

    private static Lvl level(Kind kind, int level) {
        Lvl made = MAKE.createLvl();
        made.setIlvl(whole(level));
        Lvl.Start start = MAKE.createLvlStart();
        start.setVal(whole(1));
        made.setStart(start);
        NumFmt format = MAKE.createNumFmt();
        format.setVal(kind.format);
        made.setNumFmt(format);
        Lvl.LvlText text = MAKE.createLvlLvlText();
        text.setVal(kind == Kind.BULLET ? BULLETS.get(level % BULLETS.size()) : "%" + (level + 1) + ".");
        made.setLvlText(text);
        Jc left = MAKE.createJc();
        left.setVal(JcEnumeration.LEFT);
        made.setLvlJc(left);
        PPrBase.Ind indent = MAKE.createPPrBaseInd();
        indent.setLeft(whole(720L * (level + 1)));
        indent.setHanging(whole(360));
        PPr paragraph = MAKE.createPPr();
        paragraph.setInd(indent);
        made.setPPr(paragraph);
        return made;
    }
}
