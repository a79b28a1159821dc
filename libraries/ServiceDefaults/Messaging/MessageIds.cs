using System.Security.Cryptography;
using System.Text;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Repeatable message ids: a message that is sent again after a restart carries the id it had before.</summary>
public static class MessageIds
{
    /// <summary>The first 16 bytes of the SHA-256 of sender and key, marked as a version 8 UUID.</summary>
    public static Guid For(string sender, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{sender}\n{key}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The id of a message of one type: senders may use the same key for different types.</summary>
    public static Guid For(string sender, Type messageType, string key) => For(sender, $"{messageType.FullName}\n{key}");
}
