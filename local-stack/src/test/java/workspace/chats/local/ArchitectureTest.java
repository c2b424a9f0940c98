package workspace.chats.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import workspace.chats.local.peer.Peer;

@AnalyzeClasses(
        packages = "workspace.chats.local",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** It starts the services' jars and speaks HTTP, SQL and Kafka, like anybody else. */
    @ArchTest
    static final ArchRule usesNothingOfAService =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("workspace.chats..")
                                    .and(not(resideInAPackage("workspace.chats.local..")))
                                    .and(not(resideInAPackage("workspace.chats.events..")))
                                    .as("belong to a service"));

    @ArchTest
    static final ArchRule thePeersDoNotKnowEachOther =
            slices().matching("workspace.chats.local.(identity|twilio|mail)..")
                    .should()
                    .notDependOnEachOther();

    /** The pair of the rule above: there are peers, and each has a package of its own. */
    @ArchTest
    static final ArchRule aPeerLivesInAPackageOfItsOwn =
            classes()
                    .that()
                    .implement(Peer.class)
                    .should()
                    .resideInAnyPackage(
                            "workspace.chats.local.identity",
                            "workspace.chats.local.twilio",
                            "workspace.chats.local.mail");

    @ArchTest
    static final ArchRule whatPeersAreMadeOfKnowsNoPeer =
            classes()
                    .that()
                    .resideInAPackage("workspace.chats.local.peer")
                    .should()
                    .onlyAccessClassesThat(
                            resideInAPackage("workspace.chats.local.peer")
                                    .or(not(resideInAPackage("workspace.chats.."))));
}
