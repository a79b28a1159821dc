using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Onnx;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

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
            var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
            var (number, path) = (parsed.GetValue(version), parsed.GetValue(file)!);
            var bytes = Export(directory, number, parsed.GetValue(format)!, parsed.GetValue(name)!);
            Write(path, bytes);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written: {path}, version {number}, {bytes.Length:N0} bytes."));
            return 0;
        });
        return command;
    }

    private static byte[] Export(string directory, int version, string format, string name)
    {
        var model = ModelsCommand.Read(directory).FirstOrDefault(model => model.Version == version)
            ?? throw new UnusableInputException($"There is no version {version} in '{directory}'; 'models --data {directory}' lists them.");
        try
        {
            var artifact = Stores.Blobs(new DataDirectory(directory)).Read(RegistryBlobs.Artifact(model.Sha256));
            if (ModelArtifact.Sha256(artifact) != model.Sha256)
                throw new InvalidModelArtifactException("it was altered: restore it from a copy.");
            return format == Json
                ? ReadableModel.Write(artifact, name, version)
                : OnnxExport.Write(ModelArtifact.Read(artifact), new ExportedAs(name, version, model.Sha256));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidModelArtifactException)
        {
            throw new UnusableInputException($"Version {version} in '{directory}' cannot be read: {e.Message}", e);
        }
        catch (NotSupportedException e)
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
