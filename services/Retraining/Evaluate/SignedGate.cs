using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The artifact is in the registry, signed, and the signature holds: else inference would refuse it.</summary>
internal sealed class SignedGate(SignedArtifacts artifacts) : IGate
{
    public const string GateName = "signed";

    public string Name => GateName;

    public int Order => 50;

    public bool JudgesTheFirst => true;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        try
        {
            var sha256 = artifacts.Sign(candidate.Artifact);
            return (true, $"signature of {sha256[..12]} verified");
        }
        catch (SigningException e)
        {
            return (false, $"it cannot be signed: {e.Message.TrimEnd('.')}");
        }
    }
}
