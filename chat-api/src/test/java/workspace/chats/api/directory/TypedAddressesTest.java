package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "+12125550123, +12125550123",
        "+1 (212) 555-0123, +12125550123",
        "+1.212.555.0123, +12125550123",
        "+15005550006, +15005550006",
        "+49 30 901820, +4930901820"
    })
    void keepsAPhoneInE164(String typed, String kept) {
        assertThat(TypedAddresses.phone(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "2125550123",
                "0012125550123",
                "+1212555012",
                "+1 212 555 0123 ext 5",
                "+1 800 FLOWERS",
                "call +12125550123",
                "tel:+12125550123",
                "+12125550123;ext=5",
                "+12125550123, +12125550124",
                "+999999999999"
            })
    void guessesNoPhone(String typed) {
        assertThat(TypedAddresses.phone(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.org", "Front.Desk+x@mail.clinic-1.example", "o'hara@example.org"})
    void keepsAMailboxAsTyped(String typed) {
        assertThat(TypedAddresses.mailbox(typed)).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.org",
                "a@b",
                "Ann <a@b.org>",
                "<a@b.org>",
                "a@b.org (Ann)",
                "\"a b\"@b.org",
                "a b@c.org",
                "a@b.org, c@d.org",
                "group:a@b.org;",
                "a@[127.0.0.1]",
                "a..b@c.org",
                ".a@b.org",
                "a.@b.org",
                "a@b..org",
                "a@-b.org",
                "a@b-.org",
                "a@b.org.",
                "a@b_c.org",
                "ä@b.org",
                "a@bü.org"
            })
    void guessesNoMailbox(String typed) {
        assertThat(TypedAddresses.mailbox(typed)).isEmpty();
    }

    @Test
    void keepsNoMailboxThatNoServerWouldTake() {
        assertThat(TypedAddresses.mailbox("a".repeat(65) + "@b.org")).isEmpty();
        assertThat(TypedAddresses.mailbox("a@" + "b.".repeat(124) + "org"))
                .contains("a@" + "b.".repeat(124) + "org");
        assertThat(TypedAddresses.mailbox("a@" + "b.".repeat(125) + "org")).isEmpty();
    }
}
