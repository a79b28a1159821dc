using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>
/// Lets another process sign, which reaches a device or a key service: it gets the bytes on standard input and writes the signature to standard output, in DER or as Base64 of that.
/// <c>openssl dgst -sha256 -sign key.pem</c> is such a command.
/// </summary>
/// <remarks>What it answers is held against the trusted keys before it is believed: the id of the key follows from the one that fits.</remarks>
/// <param name="command">The program and its arguments; see <see cref="Split"/>.</param>
/// <param name="trusted">The public keys, as PEM one after the other.</param>
/// <param name="patience">How long it may take.</param>
internal sealed class CommandSigner(string command, string trusted, TimeSpan patience) : IStatementSigner
{
    private const int MostSaid = 300, LongestAnswer = 4_096;

    public (string KeyId, byte[] Signature) Sign(byte[] data)
    {
        var answer = Ask(data);
        var keys = SigningKey.Many(trusted, "Signing:TrustedKey");
        try
        {
            foreach (var signature in (byte[]?[])[answer, FromBase64(answer)])
            {
                if (signature is not null && keys.FirstOrDefault(key => key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) is { } by)
                    return (SigningKey.IdOf(by), signature);
            }

            throw new SigningException($"The command of Signing:Command answered {answer.Length} bytes that are no signature by a key of Signing:TrustedKey. It has to answer ECDSA P-256 over SHA-256, in DER or Base64 of that; name its public key there.");
        }
        finally
        {
            foreach (var key in keys) key.Dispose();
        }
    }

    /// <summary>The words of a command: split at spaces, but not within double quotes. No shell reads it.</summary>
    public static IReadOnlyList<string> Split(string command)
    {
        var (words, word, quoted, began) = (new List<string>(), new StringBuilder(), false, false);
        foreach (var letter in command)
        {
            if (letter == '"') (quoted, began) = (!quoted, true);
            else if (!quoted && char.IsWhiteSpace(letter))
            {
                if (began) words.Add(word.ToString());
                (_, began) = (word.Clear(), false);
            }
            else
            {
                word.Append(letter);
                began = true;
            }
        }

        if (began) words.Add(word.ToString());
        return words;
    }

    private byte[] Ask(byte[] data)
    {
        var words = Split(command);
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var answered = ReadAsync(process.StandardOutput.BaseStream);
            Write(process, data);
            if (!process.WaitForExit(patience) || !answered.Wait(patience))
            {
                process.Kill(entireProcessTree: true);
                throw new SigningException($"The command of Signing:Command, {words[0]}, did not answer within {patience.TotalSeconds:0} s (Signing:CommandSeconds).");
            }

            return process.ExitCode == 0
                ? answered.Result
                : throw new SigningException($"The command of Signing:Command, {words[0]}, ended with code {process.ExitCode}: {Short(said.Result)}");
        }
        catch (Win32Exception e)
        {
            throw new SigningException($"The command of Signing:Command, {words[0]}, cannot be started: {e.Message}", e);
        }
    }

    private static void Write(Process process, byte[] data)
    {
        try
        {
            process.StandardInput.BaseStream.Write(data);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all: what it answers, or its exit code, tells.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var (answer, length) = (new byte[LongestAnswer], 0);
        while (await stream.ReadAsync(answer.AsMemory(length)).ConfigureAwait(false) is > 0 and var read) length = Math.Min(length + read, LongestAnswer - 1);
        return answer[..length];
    }

    private static byte[]? FromBase64(byte[] answer)
    {
        var bytes = new byte[answer.Length];
        return Convert.TryFromBase64Chars(Encoding.Latin1.GetString(answer).Trim(), bytes, out var length) ? bytes[..length] : null;
    }

    private static string Short(string said) => said.Trim() is { Length: > MostSaid } text ? $"{text[..MostSaid]}…" : said.Trim().Length == 0 ? "it said nothing." : said.Trim();
}
