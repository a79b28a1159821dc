using System.Text;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining.Bill;

/// <summary>Names a version's bill of materials, which lists the packages of the build, in the signed statement about its artifact.</summary>
internal sealed class Attestation(SignedArtifacts artifacts, CardOptions said, ModelSlot slot)
{
    /// <summary>Before the version is registered: a death in between leaves a statement of a version that never was, and the next one with this artifact signs anew. What no gate let through is not signed.</summary>
    public void State(VersionRecord version)
    {
        if (version.Gates.Any(gate => gate is { Gate: SignedGate.GateName, Passed: true })) artifacts.Attest(version, Encoding.UTF8.GetBytes(BillsOfMaterials.Write(slot.Model, version, said)));
    }
}
