package workspace.chats.local.dlt;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./chats dlt}: what an operator does with dead letters. */
public final class DeadLetterCommand {

    private final Installation.Finder installations;
    private final String who;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param who is noted with all that is done
     */
    public DeadLetterCommand(
            Installation.Finder installations, String who, PrintWriter out, PrintWriter err) {
        this.installations = installations;
        this.who = who;
        this.out = out;
        this.err = err;
    }

    @Command(
            name = "./chats dlt",
            synopsisSubcommandLabel = "list|show|replay|discard",
            description = "Events that a consumer could not read or had to refuse.")
    private static final class Top {}

    /** 0 when it was done, 1 when it could not be, 2 when it was said wrongly. */
    public int run(List<String> words) {
        var line = line();
        explain(line);
        line.getSubcommands().values().forEach(DeadLetterCommand::explain);
        return line.execute(words.toArray(String[]::new));
    }

    private CommandLine line() {
        var desk = new Desk(installations, who, out, Clock.systemUTC());
        return new CommandLine(new Top())
                .addSubcommand(new ListLetters(desk))
                .addSubcommand(new ShowLetter(desk))
                .addSubcommand(new ReplayLetters(desk))
                .addSubcommand(new DiscardLetters(desk))
                .registerConverter(Place.class, saying(Place::of))
                .registerConverter(Rate.class, saying(Rate::of))
                .registerConverter(UUID.class, DeadLetterCommand::id)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(this::failed);
    }

    private static void explain(CommandLine line) {
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("--help").usageHelp(true).description("this").build());
    }

    private int failed(Exception failure, CommandLine line, CommandLine.ParseResult words)
            throws Exception {
        if (failure instanceof CommandFailed said) {
            err.println(said.getMessage());
            err.flush();
            return said.exitCode();
        }
        throw failure;
    }

    private static <T> ITypeConverter<T> saying(ITypeConverter<T> converter) {
        return text -> {
            try {
                return converter.convert(text);
            } catch (IllegalArgumentException unfit) {
                throw new TypeConversionException(String.valueOf(unfit.getMessage()));
            }
        };
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unfit) {
            throw new TypeConversionException("not an id");
        }
    }
}
