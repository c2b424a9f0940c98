package workspace.chats.voice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import workspace.chats.events.CallEvent;
import workspace.chats.events.Confidential;
import workspace.chats.messaging.effect.EffectLedger;
import workspace.chats.messaging.effect.EffectNews;
import workspace.chats.messaging.effect.EffectProvider;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.twilio.TwilioApi;

@AnalyzeClasses(
        packages = "workspace.chats.voice",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String TWILIO = "workspace.chats.voice.twilio";

    @ArchTest
    static final ArchRule onlyTheProviderSpeaksToTheOutsideWorld =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(TWILIO)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.twilio..",
                            "workspace.chats.twilio..",
                            "java.net..",
                            "java.net.http..",
                            "org.springframework.web.client..");

    @ArchTest
    static final ArchRule thereIsAProvider =
            classes()
                    .that()
                    .implement(EffectProvider.class)
                    .should()
                    .resideInAPackage(TWILIO)
                    .andShould()
                    .dependOnClassesThat(belongToAnyOf(TwilioApi.class));

    @ArchTest
    static final ArchRule noCallIsPlacedPastTheLedger =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(TWILIO)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(EffectProvider.class);

    @ArchTest
    static final ArchRule callsArePlannedInTheLedger =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Listener")
                    .should()
                    .dependOnClassesThat(belongToAnyOf(EffectLedger.class))
                    .andShould()
                    .dependOnClassesThat(belongToAnyOf(Inbox.class));

    @ArchTest
    static final ArchRule numbersAreSeenByTheProviderAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(TWILIO)
                    .should()
                    .dependOnClassesThat(
                            belongToAnyOf(Confidential.class, Confidential.Dial.class));

    @ArchTest
    static final ArchRule theProviderSeesNumbers =
            classes()
                    .that()
                    .implement(EffectProvider.class)
                    .should()
                    .dependOnClassesThat(belongToAnyOf(Confidential.Dial.class));

    @ArchTest
    static final ArchRule nobodyPublishesToKafkaDirectly =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka.clients.producer..",
                            "org.springframework.kafka.core..");

    @ArchTest
    static final ArchRule newsOfACallAreCallEvents =
            classes()
                    .that()
                    .implement(EffectNews.class)
                    .should()
                    .dependOnClassesThat(belongToAnyOf(CallEvent.class));

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther =
            slices().matching("workspace.chats.voice.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule timeIsPassedIn =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC");
}
