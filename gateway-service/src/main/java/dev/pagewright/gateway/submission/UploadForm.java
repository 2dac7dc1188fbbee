package dev.pagewright.gateway.submission;

import java.util.List;

/**
 * What one multipart body held.
 *
 * @param fields in the order in which they came, each as often as it came
 */
record UploadForm(ReceivedFile file, List<Field> fields) {

    UploadForm {
        fields = List.copyOf(fields);
    }

    record Field(String name, String value) {}
}
