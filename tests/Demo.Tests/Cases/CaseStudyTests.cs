using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.Demo.Cases;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Replay.Stated;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Tests.Cases;

public sealed class CaseStudyTests
{
    private static string Folder(string name) => Path.Combine(RepositoryRoot.Find(), "docs", "cases", name);

    [Theory]
    [InlineData("payment-fraud", 30_000, "b479b64a1a6e39a0")]
    [InlineData("hospital-diagnosis", 24_000, "462ee80945ce13c7")]
    [InlineData("shop-recommendations", 26_000, "77eca6d6c5d4b5a7")]
    [InlineData("benefit-claims", 20_000, "d3ba1d9464b68eff")]
    public void The_rows_of_seed_1_are_those_that_the_study_quotes(string name, int rows, string sha256)
    {
        var study = CaseCatalog.Find(name);

        var text = Text(study, seed: 1);

        text.Split('\n').Length.ShouldBe(rows + 2);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ShouldStartWith(sha256);
        Text(study, seed: 2).ShouldNotBe(text);
    }

    [Fact]
    public void Every_study_has_a_schema_that_fits_settings_and_a_text()
    {
        foreach (var study in CaseCatalog.All)
        {
            var schema = StatedSchemaFile.Read(Path.Combine(Folder(study.Name), "schema.json"));

            var values = study.Make(1).ToList();

            schema.Columns.Select(column => column.Name).ShouldBe(study.Columns);
            schema.Label.Name.ShouldBe(study.Columns[^1]);
            values.ShouldAllBe(row => row.Count == study.Columns.Count);
            values.Select(row => row[^1]).Distinct().Order().ShouldBe(["no", "yes"]);
            foreach (var column in schema.Columns.Where(column => column.Allowed is not null))
                values.Select(row => row[study.Columns.ToList().IndexOf(column.Name)]).Distinct().Order().ShouldBe(column.Allowed!.Order(), $"{study.Name}, {column.Name}");
            OutcomeDelayText.Parse(study.Delay, seed: 1).ShouldNotBeNull();
            File.ReadAllText(Path.Combine(Folder(study.Name), "README.md")).ShouldContain($"--delay {study.Delay}");
            File.ReadAllLines(Path.Combine(Folder(study.Name), "settings.env")).ShouldContain(line => line.StartsWith("Model__Name=", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("cases payment-frauds", "No case study 'payment-frauds'; there are payment-fraud, hospital-diagnosis, shop-recommendations, benefit-claims.")]
    [InlineData("cases --out rows.csv", "--out without a case study; name one, for instance cases payment-fraud.")]
    [InlineData("cases payment-fraud --out no/such/folder/rows.csv", "--out no/such/folder/rows.csv: cannot be written")]
    public async Task What_cannot_be_made_is_refused_with_the_mend(string typed, string message)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await DemoCommandLine.RunAsync(typed.Split(' '), output, error, TestContext.Current.CancellationToken);

        code.ShouldBe(2);
        error.ToString().ShouldStartWith(message);
    }

    private static string Text(ICaseStudy study, ulong seed)
    {
        using var text = new StringWriter { NewLine = "\n" };
        CaseFile.Write(study, seed, text);
        return text.ToString();
    }
}
