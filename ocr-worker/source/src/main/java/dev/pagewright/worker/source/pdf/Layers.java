package dev.pagewright.worker.source.pdf;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** Which optional content is seen (ISO 32000-1, 8.11); visibility expressions are taken as seen. */
final class Layers {

    private final @Nullable PDOptionalContentProperties properties;

    Layers(PDDocument document) {
        this.properties = properties(document);
    }

    private static @Nullable PDOptionalContentProperties properties(PDDocument document) {
        try {
            return document.getDocumentCatalog().getOCProperties();
        } catch (RuntimeException e) {
            return null; // a damaged catalogue hides nothing
        }
    }

    boolean hidden(@Nullable PDPropertyList content) {
        PDOptionalContentProperties all = properties;
        if (all == null || content == null) {
            return false;
        }
        return switch (content) {
            case PDOptionalContentGroup group -> !all.isGroupEnabled(group);
            case PDOptionalContentMembershipDictionary membership -> hidden(all, membership);
            default -> false;
        };
    }

    private static boolean hidden(PDOptionalContentProperties all, PDOptionalContentMembershipDictionary membership) {
        var groups = membership.getOCGs().stream()
                .filter(PDOptionalContentGroup.class::isInstance)
                .map(PDOptionalContentGroup.class::cast)
                .toList();
        if (groups.isEmpty()) {
            return false;
        }
        COSName policy = membership.getVisibilityPolicy();
        long on = groups.stream().filter(all::isGroupEnabled).count();
        return switch (policy.getName()) {
            case "AllOn" -> on < groups.size();
            case "AnyOff" -> on == groups.size();
            case "AllOff" -> on > 0;
            default -> on == 0;
        };
    }
}
