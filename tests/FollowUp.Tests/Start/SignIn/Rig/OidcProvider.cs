using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FollowUp.Tests.Start.SignIn.Rig;

/// <summary>
/// A certified OpenID provider (tests/OidcProvider), which Node runs; its key is known here, to write tokens that it would not.
/// </summary>
internal sealed class OidcProvider : IDisposable
{
    public const string ClientId = "followup";
    public const string ClientSecret = "a-secret-of-tests-alone";

    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../../OidcProvider"));

    private readonly Process process;
    private readonly RSA key;

    private OidcProvider(Process process, RSA key, string issuer) => (this.process, this.key, Issuer) = (process, key, issuer);

    public string Issuer { get; }

    public RsaSecurityKey Key => new(key) { KeyId = "one" };

    /// <param name="callback">Where it sends people back to.</param>
    public static async Task<OidcProvider> Start(string callback, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            using Process install = Process.Start("npm", ["ci", "--prefix", Folder, "--no-audit", "--no-fund", "--loglevel=error"]);
            await install.WaitForExitAsync(cancel);
            install.ExitCode.Should().Be(0);
        }

        RSA key = RSA.Create(2048);
        RSAParameters parts = key.ExportParameters(includePrivateParameters: true);
        string settings = JsonSerializer.Serialize(new
        {
            clientId = ClientId,
            clientSecret = ClientSecret,
            redirectUri = callback,
            key = new
            {
                kty = "RSA",
                kid = "one",
                use = "sig",
                alg = "RS256",
                n = Text(parts.Modulus),
                e = Text(parts.Exponent),
                d = Text(parts.D),
                p = Text(parts.P),
                q = Text(parts.Q),
                dp = Text(parts.DP),
                dq = Text(parts.DQ),
                qi = Text(parts.InverseQ),
            },
        });
        Process process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "provider.mjs"), settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                process.OutputDataReceived += (_, _) => { };
                process.BeginOutputReadLine();
                return new(process, key, line);
            }
        }

        throw new InvalidOperationException("The provider did not start.");
    }

    /// <summary>A token as this provider writes them, or as somebody else does.</summary>
    public string Token(
        string address, string? audience = null, string? issuer = null, TimeSpan? age = null, SecurityKey? by = null,
        string algorithm = SecurityAlgorithms.RsaSha256, bool? verified = true)
    {
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime - (age ?? TimeSpan.Zero);
        List<Claim> claims =
            [new("sub", address.Split('@')[0]), .. address.Contains('@') ? [new Claim("email", address)] : Array.Empty<Claim>()];
        if (verified is { } isVerified)
        {
            claims.Add(new("email_verified", isVerified ? "true" : "false", ClaimValueTypes.Boolean));
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? ClientId,
            Subject = new(claims),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + TimeSpan.FromMinutes(10),
            SigningCredentials = algorithm == SecurityAlgorithms.None ? null : new(by ?? Key, algorithm),
        });
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        key.Dispose();
    }

    private static string Text(byte[]? number) => Base64UrlEncoder.Encode(number);

    private static string Here([CallerFilePath] string file = "") => file;
}
