using System.Text;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Audit;

public sealed class RegistryAuditTests : IAsyncLifetime
{
    private Fleet _fleet = null!;

    private string Registry => Path.Combine(_fleet.Directory, "registry");

    private string Journal => Path.Combine(Registry, "journal.jsonl");

    public async ValueTask InitializeAsync()
    {
        // The world turns when serving begins: a challenger is released.
        _fleet = await Fleet.StartAsync(new World(8) { Weights = row => row < 2_000 ? [1.5, 1.0, -1.0, 0.5] : [-1.5, -1.0, 1.0, -0.5] });
        await _fleet.ServeAsync(2_000);
        _fleet.Stop();
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public void What_a_fleet_wrote_holds()
    {
        var report = Audit();

        report.Problems.ShouldBeEmpty();
        report.Holds.ShouldBeTrue();
        report.Versions.ShouldBeGreaterThanOrEqualTo(2);
        report.Snapshots.ShouldBe(report.Versions);
        report.Signatures.ShouldBeInRange(2, report.Versions);
        report.SignedRecords.ShouldNotBeNull().ShouldBeInRange(2, report.Records);
    }

    [Fact]
    public void The_statement_about_a_version_names_its_bill_of_materials_and_another_bill_is_found()
    {
        var version = RegistryReader.Read(Stores.Journal(Data))[0];
        var envelope = File.ReadAllText(Path.Combine(_fleet.Directory, "registry", RegistryBlobs.Envelope(version.Sha256)));
        var stated = new ArtifactVerifier(Data).PredicateOf(envelope, "urn:monitoring-demo:model-registered:v1");
        var bill = Path.Combine(_fleet.Directory, "registry", stated.GetProperty("bom").GetProperty("name").GetString()!);
        var written = File.ReadAllText(bill);

        File.WriteAllText(bill, written.Replace("\"1.6\"", "\"1.5\"", StringComparison.Ordinal));
        var altered = Problem();
        File.Delete(bill);
        var gone = Problem();

        stated.GetProperty("version").GetInt32().ShouldBe(1);
        written.ShouldContain("machine-learning-model");
        (altered.Where, gone.Where).ShouldBe(("version 1, signature", "version 1, signature"));
        altered.What.ShouldContain("is not the one that was signed");
        gone.What.ShouldContain("is not there");
    }

    [Fact]
    public void A_changed_record_is_found()
    {
        var lines = File.ReadAllLines(Journal);
        lines[1] = lines[1].Replace("\"row\":", "\"row\":1", StringComparison.Ordinal);
        Write(lines);

        Problem().Where.ShouldBe("journal");
        Problem().What.ShouldContain("altered in line 2");
    }

    [Fact]
    public void A_record_taken_from_the_middle_is_found()
    {
        List<string> lines = [.. File.ReadAllLines(Journal)];
        lines.RemoveAt(1);
        Write(lines);

        Problem().What.ShouldContain("broken chain at line 2");
    }

    [Fact]
    public void Records_in_another_order_are_found()
    {
        var lines = File.ReadAllLines(Journal);
        (lines[1], lines[2]) = (lines[2], lines[1]);
        Write(lines);

        Problem().What.ShouldContain("broken chain at line 2");
    }

    [Fact]
    public void Records_taken_from_the_end_are_found()
    {
        Write(File.ReadAllLines(Journal)[..2]);

        Problem().What.ShouldContain("last records are gone");
    }

    [Fact]
    public void A_chain_that_was_made_anew_is_found()
    {
        var records = Stores.Journal(Data).Read();
        var (forged, hash) = (new StringBuilder(), JournalLine.Genesis);
        foreach (var record in records)
        {
            (var line, hash) = JournalLine.Write(record.Seq, hash, 0, record.Row + 1, record.Time, record.Fact);
            forged.Append(Encoding.UTF8.GetString(line));
        }

        File.WriteAllText(Journal, forged.ToString());

        Problem().What.ShouldContain("the chain made anew");
    }

    [Fact]
    public void A_head_that_somebody_else_signed_is_found()
    {
        var stranger = new DataDirectory(Path.Combine(_fleet.Directory, "stranger"));
        var records = Stores.Journal(Data).Read();

        new JournalHead(Stores.Blobs(Data), new ArtifactSigner(stranger)).Sign(records[^1].Seq, records[^1].Hash);

        Problem().Where.ShouldBe("journal, head");
        Problem().What.ShouldContain("trusted key");
    }

    [Fact]
    public void A_clock_that_was_set_back_is_found()
    {
        var last = Stores.Journal(Data).Read()[^1];
        using (var journal = new JournalFile(Registry))
            journal.Append(last.Seq, last.Row, last.Time - TimeSpan.FromHours(1), [JournalEventTypes.Write(new CommandAnswered("approve-1"))]);

        Problem().Where.ShouldBe("journal");
        Problem().What.ShouldContain("a clock was set back");
    }

    [Fact]
    public void A_version_that_was_signed_by_a_key_that_is_revoked_is_found()
    {
        var ring = new KeyRing(Data);
        var old = ring.Keys[0].Id;
        ring.Rotate();
        JournalHeads.Resign(Stores.Blobs(Data), new ArtifactVerifier(Data), new ArtifactSigner(Data));

        ring.RevokeKey(old, "Its holder left.");

        var report = Audit();
        report.Problems.Select(problem => problem.Where).ShouldBe(Enumerable.Range(1, report.Problems.Count).Select(version => $"version {version}, signature"));
        report.Problems.ShouldAllBe(problem => problem.What.Contains("Its holder left."));
    }

    [Fact]
    public void A_flipped_byte_of_an_artifact_is_found()
    {
        var path = Blob(RegistryBlobs.Artifact(Sha256Of(2)));
        var bytes = File.ReadAllBytes(path);
        bytes[^5] ^= 1;
        File.WriteAllBytes(path, bytes);

        Problem().Where.ShouldBe("version 2, artifact");
    }

    [Fact]
    public void A_released_version_without_its_signature_is_found()
    {
        File.Delete(Blob(RegistryBlobs.Envelope(Sha256Of(1))));

        Problem().ShouldBe(new AuditProblem("version 1, signature", "It is not there, and the version was released."));
    }

    [Fact]
    public void The_signature_of_another_version_is_found()
    {
        File.Copy(Blob(RegistryBlobs.Envelope(Sha256Of(2))), Blob(RegistryBlobs.Envelope(Sha256Of(1))), overwrite: true);

        Problem().Where.ShouldBe("version 1, signature");
        Problem().What.ShouldContain("not what was signed");
    }

    [Fact]
    public void The_rows_of_another_version_are_found()
    {
        File.Copy(Blob(RegistryBlobs.Snapshot(RowsOf(2))), Blob(RegistryBlobs.Snapshot(RowsOf(1))), overwrite: true);

        Problem().Where.ShouldBe("version 1, snapshot");
        Problem().What.ShouldContain("was altered");
    }

    [Fact]
    public void Rows_that_are_gone_are_found()
    {
        File.Delete(Blob(RegistryBlobs.Snapshot(RowsOf(2))));

        Problem().ShouldBe(new AuditProblem("version 2, snapshot", "It is not there."));
    }

    private DataDirectory Data => new(_fleet.Directory);

    private AuditReport Audit() => RegistryAudit.Run(Stores.Journal(Data), Stores.Blobs(Data), new ArtifactVerifier(Data));

    private AuditProblem Problem() => Audit().Problems.ShouldHaveSingleItem();

    private string Sha256Of(int version) => RegistryReader.Find(Stores.Journal(Data), version).Sha256;

    private string RowsOf(int version) => RegistryReader.Find(Stores.Journal(Data), version).DataSetSha256;

    private string Blob(string name) => Path.Combine(Registry, name);

    private void Write(IEnumerable<string> lines) => File.WriteAllText(Journal, string.Concat(lines.Select(line => line + "\n")));
}
