package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Several scenarios, one after the other, kept in their folder, so that they can go on. */
record Plan(long seed, List<Part> parts) {

    private static final String FILE = "plan.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    /** One scenario, in a folder of its name. */
    record Part(String name, Scenario.Size size) {

        Scenario scenario() {
            return Scenarios.called(name);
        }

        Path folder(Path plan) {
            try {
                return Files.createDirectories(plan.resolve(name));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Nothing when that folder is another's. */
    static Optional<Plan> in(Path folder) {
        var file = folder.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(MAPPER.readValue(file.toFile(), Plan.class))
                : Optional.empty();
    }

    Plan keptIn(Path folder) {
        MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
        return this;
    }
}
