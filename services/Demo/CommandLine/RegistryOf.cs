using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>The registry of the data directory that a command names, to be read also while a demo works in it.</summary>
internal sealed class RegistryOf
{
    private readonly string _directory;

    /// <exception cref="UnusableInputException">There is no such directory.</exception>
    public RegistryOf(ParseResult parsed)
    {
        _directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
        if (!Directory.Exists(_directory))
            throw new UnusableInputException($"There is no directory '{_directory}'; name the data directory of a demo or a run with --data DIR.");
        var data = new DataDirectory(_directory);
        (Journal, Blobs, Log, Verifier) = (Stores.Journal(data), Stores.Blobs(data), Stores.Log(data), new ArtifactVerifier(data, Given()));
    }

    /// <summary>Keys that are given, as a service takes them: else those of the directory are trusted.</summary>
    private static SigningOptions Given()
    {
        try
        {
            return SigningOptions.Of(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException e)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }

    public IJournal Journal { get; }

    public IBlobStore Blobs { get; }

    /// <summary>The rows beside it.</summary>
    public IInferenceLog Log { get; }

    public ArtifactVerifier Verifier { get; }

    /// <summary>Asks it something; a registry that cannot be read is told as one.</summary>
    public T Ask<T>(Func<RegistryOf, T> question)
    {
        try
        {
            return question(this);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The registry in '{_directory}' cannot be read: {e.Message}", e);
        }
        catch (Retraining.Audit.AuditException e)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }
}
