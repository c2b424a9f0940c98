package workspace.chats.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "workspace.chats.events",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule otherTeamsGetNoFrameworkWithTheContract =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "io.debezium..",
                            "org.apache.kafka..",
                            "jakarta..");

    /** The pair of the rule above: it would be empty talk if the contract were not here. */
    @ArchTest
    static final ArchRule everyEventIsARecord =
            classes().that().implement(Event.class).and().areNotInterfaces().should().beRecords();
}
