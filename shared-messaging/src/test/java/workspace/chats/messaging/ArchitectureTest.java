package workspace.chats.messaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.kafka.core.KafkaOperations;

@AnalyzeClasses(
        packages = "workspace.chats.messaging",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String RELAY = "workspace.chats.messaging.relay";
    private static final String API =
            "Ids|DatabaseFailures|MessagingAutoConfiguration"
                    + "|Outbox|OutboxEntry"
                    + "|Inbox|ReceivedEvent|NotYetVisible"
                    + "|Sealer|SealContext|CannotUnseal"
                    + "|TraceContext|CannotStart|OpenWorkspaces";

    @ArchTest
    static final ArchRule onlyTheRelayAndDeadLettersPublish =
            noClasses()
                    .that(not(resideInAPackage(RELAY)))
                    .and(not(simpleName("DeadLetters")))
                    .and(not(simpleName("InboxAutoConfiguration")))
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Producer.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(KafkaOperations.class);

    @ArchTest
    static final ArchRule theRelayPublishes =
            classes()
                    .that()
                    .haveSimpleName("KafkaPost")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Producer.class);

    @ArchTest
    static final ArchRule deadLettersPublish =
            classes()
                    .that()
                    .haveSimpleName("DeadLetters")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(KafkaOperations.class);

    @ArchTest
    static final ArchRule debeziumStaysBehindTheRelay =
            noClasses()
                    .that()
                    .haveSimpleNameNotStartingWith("Debezium")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.debezium..", "org.apache.kafka.connect..");

    @ArchTest
    static final ArchRule theRelayIsDebezium =
            classes()
                    .that()
                    .haveSimpleName("DebeziumRelay")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.debezium..");

    @ArchTest
    static final ArchRule onlyTheApiIsPublic =
            classes()
                    .that()
                    .resideOutsideOfPackage("..effect")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .haveNameNotMatching(".*\\.(" + API + ")")
                    .should()
                    .notBePublic();

    @ArchTest
    static final ArchRule theApiIsPublic =
            classes()
                    .that()
                    .resideOutsideOfPackage("..effect")
                    .and()
                    .haveNameMatching(".*\\.(" + API + ")")
                    .should()
                    .bePublic();

    @ArchTest
    static final ArchRule timeIsPassedIn =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theInboxHasAClock =
            classes().that().haveSimpleName("Inbox").should().callMethod(Clock.class, "instant");

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("workspace.chats.messaging.(*)..").should().beFreeOfCycles();
}
