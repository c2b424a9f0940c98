package workspace.chats.assignment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import workspace.chats.events.Confidential;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.outbox.Outbox;

@AnalyzeClasses(
        packages = "workspace.chats.assignment",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatIsSealedStaysSealedHere =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("workspace.chats.messaging.seal..")
                    .orShould()
                    .dependOnClassesThat(belongToAnyOf(Confidential.class, Sealed.class));

    @ArchTest
    static final ArchRule eventsComeThroughTheInbox =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Listener")
                    .should()
                    .dependOnClassesThat(belongToAnyOf(Inbox.class));

    @ArchTest
    static final ArchRule nobodyPublishesToKafkaDirectly =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka.clients.producer..",
                            "org.springframework.kafka.core..");

    @ArchTest
    static final ArchRule eventsLeaveThroughTheOutbox =
            classes()
                    .that()
                    .haveSimpleName("Assigning")
                    .should()
                    .dependOnClassesThat(belongToAnyOf(Outbox.class));

    @ArchTest
    static final ArchRule kafkaEndsAtTheListener =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Listener")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule queriesEndAtTheStore =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Assignments")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("jakarta.persistence.EntityManager");

    @ArchTest
    static final ArchRule theStoreIsHere =
            classes()
                    .that()
                    .haveSimpleName("Assignments")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("jakarta.persistence.EntityManager");

    @ArchTest
    static final ArchRule timeIsPassedIn =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule theClockIsAsked =
            classes()
                    .that()
                    .haveSimpleName("Assigning")
                    .should()
                    .callMethod(Clock.class, "instant");
}
