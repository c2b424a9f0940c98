package workspace.chats.messaging.effect;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One running instance of a service, as far as the ledger goes. */
final class Instance {

    private final EffectParts parts;
    private final Unreliable database;
    private final Wake wake = new Wake();
    private final EffectEngine engine;

    private Instance(EffectParts parts, Unreliable database, EffectSettings settings) {
        this.database = database;
        this.parts = parts;
        this.engine =
                new EffectParts(
                                parts.jdbc(),
                                database,
                                parts.outbox(),
                                parts.sealer(),
                                parts.providers(),
                                parts.gate(),
                                parts.news(),
                                parts.ids(),
                                parts.clock(),
                                new SimpleMeterRegistry(),
                                settings)
                        .engine(wake);
    }

    /** Starts one, with settings such as {@code lease=300ms} in place of the defaults. */
    static Instance start(EffectParts parts, String... settings) {
        var database = new Unreliable(parts.transaction());
        var instance = new Instance(parts, database, settings(settings));
        instance.engine.start();
        return instance;
    }

    private static EffectSettings settings(String... settings) {
        var properties =
                Stream.concat(Stream.of("stop-within=1s"), Arrays.stream(settings))
                        .map(setting -> setting.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        part -> "workspace.effects." + part[0],
                                        part -> part[1],
                                        (_, last) -> last));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("workspace.effects", EffectSettings.class);
    }

    void plan(Wish... wishes) {
        var ledger = parts.ledger(wake);
        var planned = Arrays.stream(wishes).map(wish -> wish.sealedBy(parts.sealer())).toList();
        parts.transaction().executeWithoutResult(_ -> ledger.plan(planned));
    }

    void plan(List<Wish> wishes) {
        plan(wishes.toArray(Wish[]::new));
    }

    NextAttempt planNext(Wish wish, int attempt, boolean confirmUnknown) {
        var ledger = parts.ledger(wake);
        var next = wish.sealedBy(parts.sealer(), attempt);
        return parts.transaction().execute(_ -> ledger.planNext(next, confirmUnknown));
    }

    Optional<LastAttempt> last(Wish wish) {
        var ledger = parts.ledger(wake);
        return ledger.last(wish.workspace(), wish.message());
    }

    /** Nothing that it knows or learns is ever written any more. */
    void crash() {
        database.cut();
    }

    void loseDatabase() {
        database.cut();
    }

    void findDatabase() {
        database.mend();
    }

    /** What the next answers meet that are to be settled, one after the other. */
    void troublesSettling(Runnable... next) {
        database.troublesSettling(next);
    }

    boolean hasMetItsTroubles() {
        return database.hasMetItsTroubles();
    }

    void stop() {
        engine.stop();
    }
}
