package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

class ActuatorSettingsTest {

    @Test
    void admitThisMachineAlone_whenNothingIsSet() {
        var settings = settings(Map.of());

        assertThat(allows(settings, "127.0.0.1")).isTrue();
        assertThat(allows(settings, "0:0:0:0:0:0:0:1")).isTrue();
        assertThat(allows(settings, "10.2.3.4")).isFalse();
        assertThat(allows(settings, "2001:db8::1")).isFalse();
    }

    @Test
    void admitTheNetworksThatAreNamed_andNoOther() {
        var settings = settings(Map.of("chats.actuator.allowed-from", "10.2.0.0/16,2001:db8::/32"));

        assertThat(allows(settings, "10.2.3.4")).isTrue();
        assertThat(allows(settings, "2001:db8::1")).isTrue();
        assertThat(allows(settings, "10.3.0.1")).isFalse();
        assertThat(allows(settings, "127.0.0.1")).isFalse();
    }

    @Test
    void stopTheService_whenANetworkIsNone() {
        var name = "chats.actuator.allowed-from";
        assertThatThrownBy(() -> settings(Map.of(name, "prometheus.internal")))
                .hasMessageContaining(name);
        assertThatThrownBy(() -> settings(Map.of(name, "10.2.0.0/33"))).hasMessageContaining(name);
    }

    private static ActuatorSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("chats.actuator", ActuatorSettings.class);
    }

    private static boolean allows(ActuatorSettings settings, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return settings.allow(request);
    }
}
