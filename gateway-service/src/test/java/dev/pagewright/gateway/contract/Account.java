package dev.pagewright.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An account of the plan {@code pro}, as its holder and as the administrator see it. */
record Account(String id, Api api) {

    private static final String ACCOUNTS = "/api/v1/admin/accounts/";

    static Account pro(int credits) throws IOException, InterruptedException {
        String id = Api.administrator()
                .post(ACCOUNTS, "{\"name\":\"a customer\",\"plan\":\"pro\"}")
                .text("id");
        Account account = new Account(
                id,
                Api.of(Api.administrator()
                        .post(ACCOUNTS + id + "/tokens/", "{}")
                        .text("token")));
        account.grant(credits);
        return account;
    }

    /** The same at another replica. */
    Account at(int port) {
        return new Account(id, api.at(port));
    }

    void grant(int credits) throws IOException, InterruptedException {
        Api.administrator()
                .post(ACCOUNTS + id + "/credits/", "{\"amount\":%d,\"reason\":\"bought\"}".formatted(credits));
    }

    /** Balance and reserved, as the holder sees them. */
    JsonNode credits() throws IOException, InterruptedException {
        return api.get("/api/v1/account/").json().path("credits");
    }

    /** Kind and amount of each entry, newest first. */
    List<String> ledger() throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        Api.administrator()
                .get(ACCOUNTS + id + "/ledger/?limit=100")
                .json()
                .path("items")
                .forEach(entry -> entries.add(
                        entry.path("kind").asText() + " " + entry.path("amount").asText()));
        return entries;
    }

    Api.Answer keyed(String key, Form form) throws IOException, InterruptedException {
        return api.send(api.request("/api/v1/ocr/")
                .POST(form.body())
                .header("Content-Type", form.contentType())
                .header("Idempotency-Key", key)
                .build());
    }
}
