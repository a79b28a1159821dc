using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Which change caused it, and of what it was made: enough to make it again.</summary>
internal static class LineageSection
{
    private static readonly string[] _heads = ["what", "which"];

    public static CardSection Of(CardSubject subject)
    {
        var version = subject.Version;
        return new CardSection("Lineage", [$"The command 'models reproduce {version.Version}' trains it again from the rows named here and compares the bytes; 'models verify' checks the record itself."],
            new CardTable(_heads,
            [
                ["trained because of", version.Trigger],
                ["incident", version.UpdateId],
                ["findings", version.FindingIds.Count == 0 ? "none" : string.Join(", ", version.FindingIds)],
                ["artifact, SHA-256", version.Sha256],
                ["rows, SHA-256", version.DataSetSha256],
                ["schema, SHA-256", version.SchemaSha256],
                ["program", version.CodeCommit],
                ["runtime", version.Runtime ?? "not recorded"],
                ["registered at row", Words($"{version.RegisteredAtRow:N0}")],
            ]));
    }
}
