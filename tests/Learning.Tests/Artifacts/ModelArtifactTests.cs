using System.Text;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Artifacts;

public class ModelArtifactTests
{
    private static readonly byte[] Sound = TrainerCatalog.Get("binned-logistic").Train(Problem.Textbook(300, 1), Problem.Defaults, 0).ToArtifact();

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (var length = 0; length < Sound.Length; length++)
            Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Sound.AsSpan(0, length)));

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Sound.AsSpan(0, Sound.Length - 1))).Message.ShouldContain("truncated");
    }

    [Fact]
    public void Every_damaged_byte_is_refused()
    {
        for (var i = 0; i < Sound.Length; i++)
        {
            var damaged = (byte[])Sound.Clone();
            damaged[i] ^= 1;

            Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(damaged));
        }
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 a zip file\n", "no model artifact")]
    [InlineData("no line feed at all", "no model artifact")]
    [InlineData("MonitoringDemo.Model 9 2 ab\n{}", "format version '9'")]
    [InlineData("MonitoringDemo.Model 1 two ab\n{}", "header is damaged")]
    [InlineData("MonitoringDemo.Model 1 2 ab\n{}", "damaged")]
    [InlineData("MonitoringDemo.Model 1 2 ab\n{}{}", "do not belong")]
    public void Foreign_bytes_are_refused_with_the_reason(string text, string reason)
    {
        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Encoding.UTF8.GetBytes(text))).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("\"algorithm\":\"binned-logistic\"", "\"algorithm\":\"oracle\"", "'oracle'")]
    [InlineData("\"edges\":[", "\"edges\":[5,4,", "not sound")]
    [InlineData("\"intercept\":", "\"intercept\":1e300,\"was\":", "not a usable number")]
    [InlineData("\"categories\":[", "\"categories\":[1,", "categories")]
    [InlineData("\"terms\":[", "\"terms\":[{},", "5 terms for 4 features")]
    [InlineData("\"terms\":", "\"words\":", "malformed")]
    public void Content_that_makes_no_model_is_refused_although_its_checksum_is_right(string part, string forged, string reason)
    {
        var text = Encoding.UTF8.GetString(Sound);
        var body = text[(text.IndexOf('\n') + 1)..];
        var parameters = body.IndexOf("\"parameters\"", StringComparison.Ordinal);
        var at = part.Contains("algorithm", StringComparison.Ordinal) ? 0 : parameters;

        body = body[..at] + body[at..].Replace(part, forged, StringComparison.Ordinal);

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Artifact(body))).Message.ShouldContain(reason);
    }

    [Fact]
    public void A_schema_with_a_category_that_occurs_twice_is_refused_although_its_checksum_is_right()
    {
        var text = Encoding.UTF8.GetString(Sound);
        var body = text[(text.IndexOf('\n') + 1)..];
        var from = body.IndexOf("\"categories\":[", StringComparison.Ordinal) + "\"categories\":[".Length;
        var category = body[from..body.IndexOfAny([',', ']'], from)];

        body = body.Insert(from, category + ",");

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Artifact(body))).Message.ShouldContain("occurs twice");
    }

    [Theory]
    [InlineData(",true,400]", ",true,401]", "do not add up")]
    [InlineData("[-0.17704711847256624,20]", "[-0.17704711847256624,0]", "no training rows")]
    public void Trees_whose_training_rows_cannot_be_are_refused_for_explanations_rest_on_them(string part, string forged, string reason)
    {
        var text = Encoding.UTF8.GetString(Fixture.Bytes("gradient-boosting.model"));

        var body = text[(text.IndexOf('\n') + 1)..].Replace(part, forged, StringComparison.Ordinal);

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Artifact(body))).Message.ShouldContain(reason);
    }

    [Fact]
    public void More_trees_than_any_trainer_grows_are_refused()
    {
        var text = Encoding.UTF8.GetString(Fixture.Bytes("gradient-boosting.model"));
        var leaves = string.Concat(Enumerable.Repeat("[[0,1]],", 10_001));

        var body = text[(text.IndexOf('\n') + 1)..].Replace("\"trees\":[", "\"trees\":[" + leaves, StringComparison.Ordinal);

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Artifact(body))).Message.ShouldContain("at most 10000");
    }

    [Theory]
    [InlineData("\"mean\":-0.04603269696659208", "\"mean\":-1.7e308", "standardisation of the feature 'x0'")]
    [InlineData("\"deviation\":0.9942808204090832", "\"deviation\":1e-320", "standardisation of the feature 'x0'")]
    [InlineData("\"deviation\":0.9942808204090832", "\"deviation\":-1", "standardisation of the feature 'x0'")]
    [InlineData("\"mean\":-0.04603269696659208", "\"categories\":[],\"unseen\":1,\"mean\":0", "'x0' as if it were of the other kind")]
    [InlineData("\"categories\":[-0", "\"mean\":0,\"deviation\":1,\"weight\":1,\"was\":[-0", "'key' as if it were of the other kind")]
    public void Terms_that_could_score_nonsense_are_refused(string part, string forged, string reason)
    {
        var text = Encoding.UTF8.GetString(Fixture.Bytes("logistic-regression.model"));

        var body = text[(text.IndexOf('\n') + 1)..].Replace(part, forged, StringComparison.Ordinal);

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Artifact(body))).Message.ShouldContain(reason);
    }

    private static byte[] Artifact(string body) =>
        Encoding.UTF8.GetBytes($"MonitoringDemo.Model 1 {body.Length} {ModelArtifact.Sha256(Encoding.UTF8.GetBytes(body))}\n{body}");
}
