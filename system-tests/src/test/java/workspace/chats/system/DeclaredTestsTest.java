package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaredTestsTest {

    @Test
    void areThoseThatJUnitWouldRun() {
        assertThat(
                        DeclaredTests.in(
                                """
                                class A {
                                    @Test void once() {}
                                    @RepeatedTest(3) void often() {}
                                    @ParameterizedTest @ValueSource(ints = 1) void ofEach(int number) {}
                                    @TestFactory Stream<DynamicTest> made() { return Stream.of(); }
                                    @org.junit.jupiter.api.Test void underItsWholeName() {}
                                }
                                """))
                .containsExactlyInAnyOrder("once", "often", "ofEach", "made", "underItsWholeName");
    }

    @Test
    void areNoHelpers() {
        assertThat(
                        DeclaredTests.in(
                                """
                                class A {
                                    void helper() {}
                                    @BeforeEach void prepares() {}
                                    @Test void real() { new Object() { void inside() {} }; }
                                }
                                """))
                .containsExactly("real");
    }

    @Test
    void areNoneInComments_norInTexts() {
        assertThat(
                        DeclaredTests.in(
                                """
                                class A {
                                    // @Test void line() {}
                                    /* @Test void block() {} */
                                    /** <pre>@Test void javadoc() {}</pre> */
                                    String text = "@Test void text() {}";
                                    @Test void real() {}
                                }
                                """))
                .containsExactly("real");
    }

    @Test
    void areNotDisabled() {
        assertThat(
                        DeclaredTests.in(
                                """
                                class A {
                                    @Test @Disabled("later") void later() {}
                                    @Test @DisabledOnOs(OS.LINUX) void elsewhere() {}
                                    @Test void real() {}
                                }
                                """))
                .containsExactly("real");
        assertThat(DeclaredTests.in("@Disabled class A { @Test void anything() {} }")).isEmpty();
    }
}
