package workspace.chats.local.twilio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workspace.chats.local.peer.Params;
import workspace.chats.local.peer.Request;

/** One page of a list, numbered from 0, with the addresses of its neighbours. */
record Page(int number, int size, String path, String filters) {

    private static final int LARGEST = 1000;

    static Page of(Request request) {
        var query = request.query();
        return new Page(
                query.value("Page").map(Integer::parseInt).orElse(0),
                Math.clamp(query.value("PageSize").map(Integer::parseInt).orElse(50), 1, LARGEST),
                request.path(),
                query.encodedWithout(List.of("Page", "PageSize", "PageToken")));
    }

    static Optional<Refusal> refusal(Params query) {
        return Stream.of("Page", "PageSize")
                .flatMap(name -> query.value(name).stream())
                .filter(value -> !value.matches("\\d{1,6}"))
                .map(value -> Refusal.badRequest(20001, "'%s' is not a number.".formatted(value)))
                .findFirst();
    }

    long start() {
        return (long) number * size;
    }

    /** Twilio's form of a list; {@code found} has one item more than the page if more follow. */
    Map<String, @Nullable Object> render(String kind, List<?> found) {
        var items = found.subList(0, Math.min(found.size(), size));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("first_page_uri", uri(0));
        json.put("end", start() + Math.max(0, items.size() - 1));
        json.put("previous_page_uri", number == 0 ? null : uri(number - 1));
        json.put(kind.toLowerCase(Locale.ROOT), items);
        json.put("uri", uri(number));
        json.put("page_size", size);
        json.put("start", start());
        json.put("next_page_uri", found.size() > size ? uri(number + 1) : null);
        json.put("page", number);
        return json;
    }

    private String uri(int page) {
        var asked = filters.isEmpty() ? "" : filters + "&";
        return "%s?%sPageSize=%d&Page=%d".formatted(path, asked, size, page);
    }
}
