using MonitoringDemo.KeepingUp.Runs;

namespace MonitoringDemo.KeepingUp.Tests.Runs;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_release_is_a_change_of_the_version_that_serves_and_a_version_that_served_before_comes_back()
    {
        Write(
            Registered(1, "seed", 2_000), Applied(2_000, 1),
            Registered(2, "challenger", 2_900), Applied(3_500, 1), Applied(4_000, 2), Applied(5_500, 2),
            Registered(3, "performance", 6_400), Applied(7_000, 3), Applied(7_200, 1));

        var releases = Journal.Read(_folder).Releases;

        releases.ShouldBe([new Served(4_000, 2, "challenger", 2_900, false), new Served(7_000, 3, "performance", 6_400, false), new Served(7_200, 1, "seed", 2_000, true)]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Registered(int version, string trigger, int to) =>
        $$$"""{"type":"version-registered","payload":{"version":{"version":{{{version}}},"trigger":"{{{trigger}}}","trainedToRow":{{{to}}}},"experiments":[]}}""";

    private static string Applied(int row, int champion) =>
        $$$"""{"type":"release-applied","payload":{"fromRow":{{{row}}},"championVersion":{{{champion}}}}}""";

    private void Write(params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "registry"));
        File.WriteAllLines(Path.Combine(_folder, "registry", "journal.jsonl"), lines);
    }
}
