using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Onnx;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ModelExportCommand
{
    private const string Onnx = "onnx";
    private const string Json = "json";

    public static Command Create(TextWriter output)
    {
        var version = new Argument<int>("VERSION") { Description = "The version, as 'models' lists it." };
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "onnx (opset 21, doubles) or json (schema and parameters).", DefaultValueFactory = _ => Onnx };
        format.AcceptOnlyFromAmong(Onnx, Json);
        var file = new Option<string>("--out") { HelpName = "FILE", Description = "The file to write.", Required = true };
        var name = new Option<string>("--name") { HelpName = "NAME", Description = "The model's name in the file.", DefaultValueFactory = _ => ModelSlot.DefaultModel };
        var command = new Command("export", "Write a version as a file for other programs, also while a demo works in the data directory.") { version, format, file, name };
        command.SetAction(parsed =>
        {
            var (number, path) = (parsed.GetValue(version), parsed.GetValue(file)!);
            var bytes = new RegistryOf(parsed).Ask(registry => Export(registry, number, parsed.GetValue(format)!, parsed.GetValue(name)!));
            Write(path, bytes);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written: {path}, version {number}, {bytes.Length:N0} bytes."));
            return 0;
        });
        return command;
    }

    private static byte[] Export(RegistryOf registry, int version, string format, string name)
    {
        var model = RegistryReader.Read(registry.Journal).FirstOrDefault(model => model.Version == version)
            ?? throw new UnusableInputException($"There is no version {version}; 'models' lists those there are.");
        if (model.Retired is { Stage: Messages.Retraining.VersionStages.Deleted } gone) throw new UnusableInputException($"Version {version} was deleted, and its artifact is gone. {gone.Reason}");
        try
        {
            var artifact = RegisteredArtifact.Read(registry.Blobs, model.Sha256);
            return format == Json
                ? ReadableModel.Write(artifact, name, version)
                : OnnxExport.Write(ModelArtifact.Read(artifact), new ExportedAs(name, version, model.Sha256));
        }
        catch (Exception e) when (e is InvalidModelArtifactException or NotSupportedException)
        {
            throw new UnusableInputException($"Version {version} cannot be exported: {e.Message}", e);
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableInputException($"--out {path}: cannot be written ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
