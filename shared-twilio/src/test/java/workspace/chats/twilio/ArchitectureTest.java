package workspace.chats.twilio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;

@AnalyzeClasses(packages = "workspace.chats.twilio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule usesNeitherTheRepeatingTransportNorTheStaticClient =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("com.twilio.http.NetworkHttpClient")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("com.twilio.Twilio");

    @ArchTest
    static final ArchRule hasATransportOfItsOwn =
            classes()
                    .that()
                    .areAssignableTo(HttpClient.class)
                    .should()
                    .haveSimpleName("OnceOnlyHttpClient");

    @ArchTest
    static final ArchRule givesItToTheSdk =
            classes()
                    .that()
                    .areAssignableTo(TwilioRestClient.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(OnceOnlyHttpClient.class);

    @ArchTest
    static final ArchRule knowsNoDatabaseAndNoKafka =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.kafka..");
}
