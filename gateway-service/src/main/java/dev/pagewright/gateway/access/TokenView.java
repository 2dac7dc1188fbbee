package dev.pagewright.gateway.access;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.gateway.http.JsonBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens as the API shows and takes them. */
public final class TokenView {

    private TokenView() {}

    /** The answer to a token's making: the one time that it is shown. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Made(
            String id,
            String name,
            String prefix,
            List<String> scopes,
            @Nullable Instant expiresAt,
            String token) {

        public static Made of(Tokens.Made made) {
            return new Made(
                    made.id(),
                    made.name(),
                    made.prefix(),
                    made.scopes().stream().sorted().toList(),
                    shown(made.expiresAt()),
                    made.secret());
        }
    }

    /** @param parentPrefix of the token that made it; null where the administrator did */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Known(
            String id,
            String name,
            String prefix,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String parentPrefix) {

        public static Known of(Tokens.Known token) {
            return new Known(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.scopes().stream().sorted().toList(),
                    token.createdAt().truncatedTo(ChronoUnit.MILLIS),
                    shown(token.expiresAt()),
                    shown(token.lastUsedAt()),
                    token.parentPrefix());
        }
    }

    private static @Nullable Instant shown(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The body {@code {"name", "scopes", "expires_at"}}.
     *
     * @param defaultScopes where it names none
     */
    public static Tokens.Wish wish(InputStream body, Set<String> defaultScopes) throws IOException {
        JsonBody wish = JsonBody.read(body, Set.of("name", "scopes", "expires_at"));
        return new Tokens.Wish(
                wish.text("name", 100).orElse("token"),
                wish.choices("scopes", Scope.wireNames()).orElse(defaultScopes),
                wish.time("expires_at").orElse(null));
    }
}
