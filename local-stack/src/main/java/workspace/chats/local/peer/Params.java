package workspace.chats.local.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/** The parameters of a query or a form, in their order; an empty value counts as absent. */
public final class Params {

    public static final Params NONE = new Params(List.of());

    private final List<NameValuePair> pairs;

    private Params(List<NameValuePair> pairs) {
        this.pairs = pairs;
    }

    public static Params parse(String encoded) {
        return new Params(WWWFormCodec.parse(encoded, StandardCharsets.UTF_8));
    }

    public Optional<String> value(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return pairs.stream()
                .filter(pair -> pair.getName().equals(name))
                .map(NameValuePair::getValue)
                .filter(Params::isPresent)
                .toList();
    }

    /** Whether the parameter, if it is there, says {@code wanted}. */
    public boolean admits(String name, String wanted) {
        return value(name).map(wanted::equals).orElse(true);
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** The same parameters without those named, ready for an address. */
    public String encodedWithout(List<String> names) {
        var kept = pairs.stream().filter(pair -> !names.contains(pair.getName())).toList();
        return WWWFormCodec.format(kept, StandardCharsets.UTF_8);
    }

    private static boolean isPresent(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
