package workspace.chats.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "workspace.chats.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] RULES = {
        "create.CreateChat",
        "create.CreateReader",
        "create.ChannelRules",
        "create.DirectoryRules",
        "create.Defaults",
        "delivery.Deliveries",
        "dm.DirectMessage",
        "list.ListReader",
        "list.ListRequest",
        "update.Edit",
        "update.UpdateChat",
        "update.UpdateReader",
        "delivery.Correspondence",
        "message.PostReader",
        "message.NewMessage",
        "retry.RetryDecision",
    };

    @ArchTest
    static final ArchRule rulesKnowNoFramework =
            noClasses()
                    .that()
                    .haveNameMatching(".*\\.chat\\.(" + String.join("|", RULES) + ")")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "jakarta..",
                            "java.sql..",
                            "..messaging.outbox..");

    /**
     * Fails when the rules are gone or go by another name, so that the ban above keeps guarding
     * something.
     */
    @ArchTest
    static void theRulesAreThere(com.tngtech.archunit.core.domain.JavaClasses gateway) {
        for (var rule : RULES) {
            gateway.get("workspace.chats.api.chat." + rule);
        }
    }

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "workspace.chats.assignment..",
                            "workspace.chats.dispatch..",
                            "workspace.chats.voice..",
                            "workspace.chats.local..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("workspace.chats.api.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule eventsGoOutThroughTheOutboxAlone =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka.clients.producer..",
                            "org.springframework.kafka.core..");

    @ArchTest
    static final ArchRule theOutboxIsUsed =
            classes()
                    .that()
                    .haveSimpleName("Announcements")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleName("Outbox");

    @ArchTest
    static final ArchRule timeIsPassedIn =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(java.util.UUID.class, "randomUUID");
}
