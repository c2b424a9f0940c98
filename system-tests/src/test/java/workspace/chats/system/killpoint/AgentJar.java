package workspace.chats.system.killpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** This package as the jar that {@code -javaagent} wants. */
public final class AgentJar {

    private AgentJar() {}

    public static void write(Path jar) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", KillAgent.class.getName());
        try (var classes = Files.list(folderOfThisPackage());
                var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var file : classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(path(file)));
                Files.copy(file, out);
                out.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String path(Path file) {
        return KillAgent.class.getPackageName().replace('.', '/') + "/" + file.getFileName();
    }

    private static Path folderOfThisPackage() {
        try {
            URI place = KillAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place).resolve(KillAgent.class.getPackageName().replace('.', '/'));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
