package app.barker;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.ApplicationModule;

/** What the modules' own rules cannot say; docs/decisions tells why. */
@AnalyzeClasses(packagesOf = Barker.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SCREENS = {"..ui..", "app.barker.shell.."};

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule repositoriesStayInTheirPackage =
            classes().that().areAssignableTo(Repository.class).should().notBePublic();

    @ArchTest
    static final ArchRule onlyScreensKnowComponents = noClasses()
            .that()
            .resideOutsideOfPackages(SCREENS)
            .and()
            .doNotBelongToAnyOf(Barker.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin.flow.component..");

    @ArchTest
    static final ArchRule onlyScreensAndSecurityKnowVaadin = noClasses()
            .that()
            .resideOutsideOfPackages(SCREENS)
            .and()
            .resideOutsideOfPackage("app.barker.security..")
            .and()
            .doNotBelongToAnyOf(Barker.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule screensAskServicesAndNotTheDatabase = noClasses()
            .that()
            .resideInAnyPackage(SCREENS)
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence..")
                    .or(resideInAPackage("java.sql.."))
                    .or(resideInAPackage("javax.sql.."))
                    .or(resideInAPackage("org.springframework.jdbc.."))
                    .or(resideInAPackage("org.springframework.data.."))
                    .or(resideInAPackage("org.springframework.transaction.annotation.."))
                    .or(resideInAPackage("org.springframework.transaction.support.."))
                    .or(JavaClass.Predicates.assignableTo(Repository.class)));

    @ArchTest
    static final ArchRule nobodyImportsTheShell = noClasses()
            .that()
            .resideOutsideOfPackage("app.barker.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.barker.shell..");

    @ArchTest
    static final ArchRule nobodyImportsSecurity = noClasses()
            .that()
            .resideOutsideOfPackage("app.barker.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.barker.security..");

    @ArchTest
    static final ArchRule nobodyImportsAView = noClasses()
            .should()
            .dependOnClassesThat(describe("are views", (JavaClass type) -> type.isAnnotatedWith(Route.class)));

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("app.barker.shared..")
            .should()
            .accessTargetWhere(describe("asks the system for the time", ArchitectureTest::asksTheSystemForTheTime));

    @ArchTest
    static final ArchRule whatAClassNeedsItsConstructorTakes = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Resource.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(PersistenceContext.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Mapper)(\\$.*)?");

    @ArchTest
    static void inEveryPackageNullIsTheException(JavaClasses classes) {
        assertThat(packagesOf(classes))
                .isNotEmpty()
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }

    @ArchTest
    static void everyFeatureSaysWhatItMayUse(JavaClasses classes) {
        assertThat(packagesOf(classes).filter(each -> each.getName().matches("app\\.barker\\.[^.]+")))
                .isNotEmpty()
                .allMatch(each -> each.isAnnotatedWith(ApplicationModule.class), "is an @ApplicationModule");
    }

    private static Stream<JavaPackage> packagesOf(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackage).distinct();
    }

    /** {@code System.nanoTime} measures how long something takes and is no date: it is fine. */
    private static boolean asksTheSystemForTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean now = owner.getPackageName().startsWith("java.time")
                && name.equals("now")
                && access.getTarget() instanceof CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean systemClock =
                owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        return now || systemClock || millis;
    }
}
