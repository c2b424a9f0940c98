package workspace.chats.system;

import static java.util.stream.Collectors.toSet;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Which tests JUnit would run of a source. The compiler reads it: to a search a comment is code.
 */
final class DeclaredTests {

    private static final Set<String> MARKS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    private DeclaredTests() {}

    static Set<String> in(String source) {
        return parsed(source)
                .flatMap(unit -> unit.getTypeDecls().stream())
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> !isDisabled(type.getModifiers()))
                .flatMap(type -> type.getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(DeclaredTests::isTest)
                .map(method -> method.getName().toString())
                .collect(toSet());
    }

    private static boolean isTest(MethodTree method) {
        return marks(method.getModifiers()).anyMatch(MARKS::contains)
                && !isDisabled(method.getModifiers());
    }

    /** Also where it is so under a condition only. */
    private static boolean isDisabled(ModifiersTree modifiers) {
        return marks(modifiers).anyMatch(mark -> mark.startsWith("Disabled"));
    }

    private static Stream<String> marks(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream().map(DeclaredTests::simpleName);
    }

    private static String simpleName(AnnotationTree annotation) {
        var name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Stream<CompilationUnitTree> parsed(String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = compiler.getTask(null, null, null, null, null, List.of(file(source)));
        try {
            var units = ((JavacTask) task).parse();
            return Stream.of(units.iterator().next());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JavaFileObject file(String source) {
        return new SimpleJavaFileObject(URI.create("string:/A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
