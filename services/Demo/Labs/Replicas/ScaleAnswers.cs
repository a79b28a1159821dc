namespace MonitoringDemo.Demo.Labs.Replicas;

/// <summary>How a participant sets up two replicas, and whoever calls them.</summary>
/// <param name="FolderOfFirst">The name of the data folder of the first replica.</param>
/// <param name="FolderOfSecond">That of the second.</param>
/// <param name="ShipsLog">Whether the replicas ship their logs over a stream.</param>
/// <param name="HealthPath">What a balancer asks to know whether it may lead a request to a replica.</param>
/// <param name="RequestId">Whether and how a request is named; one of <see cref="RequestIds"/>.</param>
/// <param name="Attempts">How often a song is asked for at most.</param>
/// <param name="WaitMilliseconds">How long to wait before it is asked for again.</param>
internal sealed record ScaleAnswers(string FolderOfFirst, string FolderOfSecond, bool ShipsLog, string HealthPath, string RequestId, int Attempts, int WaitMilliseconds)
{
    public const string NoId = "none";
    public const string SameId = "same-each-attempt";

    private const int MostAttempts = 100;
    private const int MostWait = 5_000;

    /// <summary>The names of the answers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["folder-1", "folder-2", "log-stream", "health-path", "request-id", "attempts", "wait-ms"];

    public static IReadOnlyList<string> RequestIds { get; } = [NoId, "new-each-attempt", SameId];

    public static IReadOnlyList<string> HealthPaths { get; } = ["/health/live", "/health/ready", "/health/serving"];

    /// <exception cref="UnusableInputException">A value is none that there can be.</exception>
    public static ScaleAnswers Of(LabAnswers answers) => new(
        Folder(answers, "folder-1"), Folder(answers, "folder-2"), answers.Flag("log-stream"),
        answers.Word("health-path", HealthPaths), answers.Word("request-id", RequestIds), Within(answers, "attempts", 1, MostAttempts), Within(answers, "wait-ms", 0, MostWait));

    private static string Folder(LabAnswers answers, string name)
    {
        var text = answers.Text(name, "the name of a folder, letters and digits");
        return text.Length > 0 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') ? text : throw new UnusableInputException($"\"{name}\" has to be the name of a folder, letters, digits and hyphens, not \"{text}\".");
    }

    private static int Within(LabAnswers answers, string name, int least, int most) =>
        answers.Row(name) is var number && number >= least && number <= most ? (int)number : throw new UnusableInputException(FormattableString.Invariant($"\"{name}\" has to be a whole number from {least} to {most}, not {number}."));
}
