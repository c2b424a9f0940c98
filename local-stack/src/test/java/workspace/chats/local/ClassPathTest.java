package workspace.chats.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassPathTest {

    @Test
    void namesALibFolderOnce_andKeepsTheRest() {
        assertThat(ClassPath.shortened("/a/target/x.jar:/a/target/lib/b.jar:/a/target/lib/c.jar"))
                .isEqualTo("/a/target/x.jar:/a/target/lib/*");
        assertThat(ClassPath.shortened("target/classes:/m2/d.jar"))
                .isEqualTo("target/classes:/m2/d.jar");
    }
}
