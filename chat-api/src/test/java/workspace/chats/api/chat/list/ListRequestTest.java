package workspace.chats.api.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.chat.list.Order.By;

class ListRequestTest {

    @Test
    void startsWithTheNewestFifty_ofWhateverThereIs() {
        var request = read(Map.of());
        assertThat(request.order()).isEqualTo(new Order(By.CREATED_AT, false));
        assertThat(request.page()).isEqualTo(1);
        assertThat(request.pageSize()).isEqualTo(50);
        assertThat(request.offset()).isZero();
        assertThat(request.filter())
                .isEqualTo(
                        new ChatFilter(
                                false, null, null, null, null, null, null, null, null, null, null,
                                null));
    }

    @Test
    void takesASearchBoxAsItIsLeft() {
        assertThat(read(Map.of("search", "  ")).filter().search()).isNull();
        assertThat(read(Map.of("search", " a b ")).filter().search()).isEqualTo("a b");
    }

    @Test
    void neverPrintsWhatIsSearchedFor() {
        assertThat(read(Map.of("search", "secret")).toString()).doesNotContain("secret");
    }

    @Test
    void knowsWhereItsPageIs_howeverFarAway() {
        var last = read(Map.of("page", "2147483647", "pageSize", "1000"));
        assertThat(last.offset()).isEqualTo(2_147_483_646_000L);
        assertThat(last.isTooDeep()).isTrue();
        assertThat(read(Map.of("page", "101", "pageSize", "1000")).isTooDeep()).isFalse();
        assertThat(read(Map.of("page", "102", "pageSize", "1000")).isTooDeep()).isTrue();
    }

    @Test
    void isPastTheEndOnlyOfWhatIsCounted() {
        var third = read(Map.of("page", "3", "pageSize", "10"));
        assertThat(third.isPastTheEnd(Total.of(20))).isTrue();
        assertThat(third.isPastTheEnd(Total.of(21))).isFalse();
        assertThat(read(Map.of("page", "9999")).isPastTheEnd(Total.of(10_001))).isFalse();
    }

    @Test
    void countsToTenThousand() {
        assertThat(Total.of(0)).isEqualTo(new Total(0, true));
        assertThat(Total.of(10_000)).isEqualTo(new Total(10_000, true));
        assertThat(Total.of(10_001)).isEqualTo(new Total(10_000, false));
    }

    private static ListRequest read(Map<String, String> asked) {
        var values = new HashMap<String, String[]>();
        asked.forEach((name, value) -> values.put(name, new String[] {value}));
        return ListReader.read(new Parameters(values));
    }
}
