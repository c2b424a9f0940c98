package workspace.chats.local.launcher;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which port each part of one running stack has. */
record PortPlan(Map<Port, Integer> ports) {

    /** Throws {@link CannotDo} when a variable is no port, or two share one. */
    static PortPlan of(Map<String, String> environment) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        var taken = new HashMap<Integer, Port>();
        for (Port port : Port.values()) {
            int number = wished(port, environment).orElse(port.usual());
            Port other = taken.putIfAbsent(number, port);
            if (other != null) {
                throw new CannotDo(
                        "%s and %s are both %d"
                                .formatted(other.variable(), port.variable(), number));
            }
            ports.put(port, number);
        }
        return new PortPlan(ports);
    }

    int of(Port port) {
        return ports.getOrDefault(port, port.usual());
    }

    String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** Throws {@link CannotDo} when a variable now asks for another port than this plan has. */
    void refuseOther(Map<String, String> environment) {
        Arrays.stream(Port.values())
                .filter(port -> wished(port, environment).filter(n -> n != of(port)).isPresent())
                .findFirst()
                .ifPresent(port -> {
                    throw new CannotDo(
                            "The stack runs with %s=%d; run ./chats down before you change it"
                                    .formatted(port.variable(), of(port)));
                });
    }

    private static Optional<Integer> wished(Port port, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(port.variable()))
                .filter(text -> !text.isBlank())
                .map(text -> number(port, text.strip()));
    }

    private static int number(Port port, String text) {
        if (!text.matches("\\d{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > 65_535) {
            throw new CannotDo(port.variable() + " is not a port between 1 and 65535: " + text);
        }
        return Integer.parseInt(text);
    }
}
