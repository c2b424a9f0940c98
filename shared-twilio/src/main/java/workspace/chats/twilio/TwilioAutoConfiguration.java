package workspace.chats.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service its {@link TwilioApi} and the table of codes. */
@AutoConfiguration
@EnableConfigurationProperties(TwilioSettings.class)
public class TwilioAutoConfiguration {

    @Bean
    TwilioCodes twilioCodes(MeterRegistry meters) {
        return TwilioCodes.load(meters);
    }

    @Bean
    TwilioApi twilioApi(TwilioSettings settings, TwilioCodes codes) {
        return new TwilioApi(settings, new Refusals(codes));
    }
}
