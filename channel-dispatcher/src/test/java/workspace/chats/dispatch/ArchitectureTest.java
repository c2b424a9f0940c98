package workspace.chats.dispatch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import workspace.chats.events.DispatchEvent;
import workspace.chats.messaging.effect.EffectLedger;
import workspace.chats.messaging.effect.EffectNews;
import workspace.chats.messaging.effect.EffectProvider;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.twilio.TwilioApi;

/** Each ban stands before the rule that fails when what it guards is gone. */
@AnalyzeClasses(packages = "workspace.chats.dispatch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SMS = "workspace.chats.dispatch.sms";
    private static final String EMAIL = "workspace.chats.dispatch.email";

    @ArchTest
    static final ArchRule onlySmsSpeaksToTwilio =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SMS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.twilio..", "workspace.chats.twilio..");

    @ArchTest
    static final ArchRule smsSpeaksToTwilio =
            classes()
                    .that()
                    .implement(EffectProvider.class)
                    .and()
                    .resideInAPackage(SMS)
                    .should()
                    .dependOnClassesThat(belongToAnyOf(TwilioApi.class));

    @ArchTest
    static final ArchRule onlyEmailSpeaksSmtp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(EMAIL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule emailSpeaksSmtp =
            classes()
                    .that()
                    .implement(EffectProvider.class)
                    .and()
                    .resideInAPackage(EMAIL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule nobodySendsPastTheLedger =
            noClasses().should().dependOnClassesThat().implement(EffectProvider.class);

    @ArchTest
    static final ArchRule listenersPlanInTheLedger =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Listener")
                    .should()
                    .dependOnClassesThat(belongToAnyOf(EffectLedger.class))
                    .andShould()
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
    static final ArchRule outcomesBecomeEvents =
            classes()
                    .that()
                    .implement(EffectNews.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(DispatchEvent.class);

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("workspace.chats.dispatch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeIsPassedIn =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC");
}
