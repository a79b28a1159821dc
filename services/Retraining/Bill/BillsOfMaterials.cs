using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Bill;

/// <summary>The bill of materials of a version: the model, the rows that it learned from, the program that trained it, its packages, the runtime. CycloneDX 1.6, as JSON.</summary>
/// <remarks>Made of the registry, the settings and the build's own list, of no clock and no machine: under the same settings the same build writes the same bytes.</remarks>
public static class BillsOfMaterials
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bill of one version.</summary>
    /// <param name="journal">Of the registry.</param>
    /// <param name="version">Which version.</param>
    /// <param name="said">What people said of the model.</param>
    /// <exception cref="AuditException">There is no such version.</exception>
    public static string Write(IJournal journal, int version, CardOptions said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var record = RegistryReader.Find(journal, version);
        var name = RegistryReader.Model(journal);
        return Write(name, record, said);
    }

    internal static string Write(string model, VersionRecord version, CardOptions said) =>
        Of(model, version, said, version.CodeCommit == Build.Code ? BuildPackages.Here() : []).ToJsonString(s_json) + "\n";

    internal static JsonObject Of(string model, VersionRecord version, CardOptions said, IReadOnlyList<BuildPackage> packages)
    {
        var (own, rows, program) = ($"model:{version.Sha256}", $"rows:{version.DataSetSha256}", $"program:{version.CodeCommit}");
        var runtime = version.Runtime is null ? null : "runtime";
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{Serial(version)}",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = BillOfModel.Of(model, version, said, own, rows) },
            ["components"] = Array(
            [
                Component("data", rows, "rows learned from", null, Sha256(version.DataSetSha256), Properties(("rows", $"{version.TrainedRows}"), ("from-row", $"{version.TrainedFromRow}"), ("to-row", $"{version.TrainedToRow}"), ("schema-sha256", version.SchemaSha256))),
                Component("application", program, "MonitoringDemo", version.CodeCommit, null, packages.Count > 0 ? null : Properties(("packages", "Not listed: this bill was not written by the build that trained the model."))),
                .. runtime is null ? [] : (JsonNode[])[Component("platform", runtime, version.Runtime!, null, null, null)],
                .. packages.Select(Package),
            ]),
            ["dependencies"] = Array(
            [
                Needs(own, [rows, program]),
                Needs(program, [.. runtime is null ? [] : (string[])[runtime], .. packages.Select(package => package.Url)]),
            ]),
        };
    }

    internal static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    internal static JsonArray Properties(params IEnumerable<(string Name, string Value)> properties) =>
        Array(properties.Select(property => new JsonObject { ["name"] = $"monitoringdemo:{property.Name}", ["value"] = property.Value }));

    internal static JsonArray Sha256(string hash) => Hash("SHA-256", hash);

    internal static JsonObject Component(string type, string reference, string name, string? version, JsonArray? hashes, JsonArray? properties)
    {
        var component = new JsonObject { ["type"] = type, ["bom-ref"] = reference, ["name"] = name };
        if (version is not null) component["version"] = version;
        if (hashes is not null) component["hashes"] = hashes;
        if (properties is not null) component["properties"] = properties;
        return component;
    }

    private static JsonObject Package(BuildPackage package)
    {
        var hashes = package.Sha512.Length == 0 ? null : Hash("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(package.Sha512)));
        var component = Component("library", package.Url, package.Name, package.Version, hashes, null);
        component["purl"] = package.Url;
        return component;
    }

    private static JsonArray Hash(string algorithm, string content) => Array([new JsonObject { ["alg"] = algorithm, ["content"] = content }]);

    private static JsonObject Needs(string reference, IEnumerable<string> others) => new() { ["ref"] = reference, ["dependsOn"] = Array(others.Select(other => (JsonNode)JsonValue.Create(other))) };

    // The same version has the same name, whoever asks.
    private static Guid Serial(VersionRecord version)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{version.Version} {version.Sha256} {version.DataSetSha256} {version.CodeCommit}")).AsSpan(0, 16);
        // RFC 9562, version 8: bits of our own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
