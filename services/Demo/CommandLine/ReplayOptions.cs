using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Demo.Replay.Stated;
using MonitoringDemo.Tables;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>The options of <c>replay</c> that say what is played.</summary>
internal sealed class ReplayOptions
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Files, read one after the other, or patterns such as 'songs-*.parquet': CSV with any separator, JSON lines (both also packed, .gz or .zst), Parquet, Arrow (Feather).", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _label = new("--label") { Description = "The column to predict; two to 255 classes.", HelpName = "COLUMN" };
    private readonly Option<string?> _time = new("--time") { Description = "Sort by this column, which is then no feature (default: the file's order).", HelpName = "COLUMN" };
    private readonly Option<string?> _timeFormat = new("--time-format") { Description = "How the dates of --time are written, for instance dd/MM/yyyy HH:mm (default: the year first, or what the file leaves no doubt about).", HelpName = "FORMAT" };
    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "The zone of times that have none of their own, for instance Europe/Zurich; the rows stand in the order in which they happened (default: UTC).", HelpName = "ZONE" };
    private readonly Option<string[]> _ignore = new("--ignore") { Description = "Columns that are no features; may be repeated. A name that holds a comma stands alone or in double quotes.", HelpName = "A,B", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _missing = new("--missing") { Description = "A text that means that there is no value, as an empty cell does; may be repeated, and replaces the usual ones (NA, NULL, None, NaN, -, ?, \\N and others).", HelpName = "TEXT", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _decimal = new("--decimal") { Description = "The decimal sign of all numbers, . or , (default: what the file leaves no doubt about).", HelpName = "SIGN" };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "The file's encoding, for instance windows-1252 (default: UTF-8, or UTF-16 where the file is marked).", HelpName = "NAME" };
    private readonly Option<string?> _separator = new("--separator") { Description = "What parts the values of a CSV file; tab for a tab (default: found out by looking).", HelpName = "SIGN" };
    private readonly Option<string?> _quote = new("--quote") { Description = "What stands around values of a CSV file (default: \", or ' where only that does).", HelpName = "SIGN" };
    private readonly Option<string?> _schema = new("--schema") { Description = "A file that says what the columns are, in place of --label, --time, --time-format, --ignore, --missing and --decimal; --save-schema writes one.", HelpName = "FILE" };
    private readonly Option<int?> _warmup = new("--warmup") { Description = "Rows of history, at least 2 (default: a fifth of the rows, at least 100, at most 5,000).", HelpName = "ROWS" };
    private readonly Option<string> _delay = new("--delay") { Description = $"Rows until an outcome is known: {OutcomeDelayText.Forms}.", HelpName = "ROWS", DefaultValueFactory = _ => "0" };
    private readonly Option<double> _never = new("--never") { Description = "The share of outcomes that never come, from 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0 };

    /// <summary>The seed, of which delays are made, too.</summary>
    public Option<ulong> Seed { get; } = SharedOptions.Seed();

    public void AddTo(Command command)
    {
        command.Add(SharedOptions.NoOptionAmong(_files));
        foreach (var option in new Option[] { _label, _time, _timeFormat, _timeZone, _ignore, _missing, _decimal, _encoding, _separator, _quote, _schema, _warmup, _delay, _never, Seed })
            command.Add(option);
    }

    /// <summary>The files that are named.</summary>
    public TableFiles FilesOf(ParseResult parsed) => new(parsed.GetRequiredValue(_files), TextOf(parsed));

    /// <summary>What the command says; the label is empty where it names none.</summary>
    /// <exception cref="UnusableInputException">It contradicts itself.</exception>
    public ReplaySettings Of(ParseResult parsed)
    {
        var rows = parsed.GetValue(_warmup);
        if (rows < 2)
            throw new UnusableInputException($"--warmup {rows}: at least 2 rows.");
        var settings = new ReplaySettings(
            parsed.GetRequiredValue(_files),
            parsed.GetValue(_label) ?? "",
            parsed.GetValue(_time),
            parsed.GetValue(_ignore) ?? [],
            rows,
            OutcomesOf(parsed.GetRequiredValue(_delay), parsed.GetValue(_never), parsed.GetValue(Seed)))
        {
            TimeFormat = parsed.GetValue(_timeFormat),
            TimeZone = parsed.GetValue(_timeZone),
            Missing = parsed.GetValue(_missing) ?? [],
            DecimalSign = SignOf(parsed.GetValue(_decimal)),
            Text = TextOf(parsed),
        };
        if (parsed.GetValue(_schema) is not { } schema)
            return settings;

        foreach (var option in new Option[] { _label, _time, _timeFormat, _ignore, _missing, _decimal })
        {
            if (parsed.GetResult(option) is { Implicit: false })
                throw new UnusableInputException($"{option.Name} beside --schema: the schema says it; change it there.");
        }

        return StatedSchemaFile.Read(schema).ApplyTo(settings);
    }

    private TableOptions TextOf(ParseResult parsed) => new()
    {
        Encoding = parsed.GetValue(_encoding),
        Separator = OneSign("--separator", parsed.GetValue(_separator)),
        Quote = OneSign("--quote", parsed.GetValue(_quote)),
    };

    private static char? SignOf(string? text) => text switch
    {
        null => null,
        "." or "," => text[0],
        _ => throw new UnusableInputException($"--decimal {text}: a point or a comma."),
    };

    private static char? OneSign(string option, string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var sign] when char.IsAscii(sign) && sign is not ('\r' or '\n') => sign,
        _ => throw new UnusableInputException($"{option} {text}: one ASCII character, or tab."),
    };

    private static IOutcomeDelay OutcomesOf(string delay, double never, ulong seed)
    {
        if (never is not (>= 0 and <= 1))
            throw new UnusableInputException(string.Create(CultureInfo.InvariantCulture, $"--never {never}: a share from 0 to 1."));
        try
        {
            var outcomes = OutcomeDelayText.Parse(delay, seed);
            return never > 0 ? new LossyDelay(outcomes, never, seed) : outcomes;
        }
        catch (FormatException e)
        {
            throw new UnusableInputException($"--delay {e.Message}");
        }
    }
}
