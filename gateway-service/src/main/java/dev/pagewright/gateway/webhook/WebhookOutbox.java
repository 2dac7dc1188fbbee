package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.store.Transaction;

/** Messages to be sent, written in the transaction that ends their job. */
public final class WebhookOutbox {

    private WebhookOutbox() {}

    /**
     * Nothing where the job names no address.
     *
     * @param type such as {@code job.done}
     * @param job JSON, without pages
     */
    public static void append(Transaction sql, String jobId, String type, String job) {
        sql.update("""
                insert into webhook_delivery (id, account_id, job_id, url, host, type, payload, due_at, created_at)
                select $2, account_id, id, webhook_url,
                    coalesce(lower(substring(webhook_url from '^[A-Za-z]+://([^/?#]+)')), ''), $3,
                    '{"type":"' || $3 || '","timestamp":"' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                        || '","data":' || $4 || '}', now(), now()
                from job where id = $1 and webhook_url is not null""", jobId, Ids.next(), type, job);
    }
}
