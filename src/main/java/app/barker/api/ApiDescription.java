package app.barker.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says that its reader of controllers does not find out. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";

    private static final List<Class<? extends Record>> ANSWERS = List.of(
            ApiBark.class,
            ApiBark.Author.class,
            ApiMedia.class,
            ApiPage.class,
            ApiThread.class,
            ApiThread.Place.class,
            SearchApi.Found.class,
            ModerationApi.Standing.class,
            NotificationsApi.Told.class,
            NotificationsApi.ToldPage.class,
            UsersApi.User.class);

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(BarkId.class, new StringSchema().example("42"))
                .replaceWithSchema(Cursor.class, new StringSchema().description("From the address of the next page."));
    }

    @Bean
    OpenAPI description() {
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .description("An API token, or an access token that it was exchanged for.");
        return new OpenAPI()
                .info(new Info()
                        .title("Barker")
                        .version("1")
                        .description(
                                "What the pages show and do, for programs. Every refusal is application/problem+json."))
                .components(new Components().addSecuritySchemes(BEARER, bearer))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** What may be missing is null. */
    @Bean
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the library hands them out
    OpenApiCustomizer optionalIsNull() {
        return description -> {
            Map<String, Schema> schemas = description.getComponents().getSchemas();
            for (Class<? extends Record> answer : ANSWERS) {
                Map<String, Schema> properties = Optional.ofNullable(schemas.get(answer.getSimpleName()))
                        .map(Schema::getProperties)
                        .orElseThrow(() -> new IllegalStateException(answer + " is not described"));
                for (RecordComponent part : answer.getRecordComponents()) {
                    if (part.getType() == Optional.class) {
                        properties.computeIfPresent(part.getName(), (name, property) -> orNull(property, schemas));
                    }
                }
            }
        };
    }

    /** Beside a reference nothing else is read (OpenAPI 3.0): what it leads to stands there itself. */
    @SuppressWarnings("rawtypes")
    private static Schema orNull(Schema<?> property, Map<String, Schema> schemas) {
        if (property.get$ref() == null) {
            return property.nullable(true);
        }
        String name = property.get$ref().substring(property.get$ref().lastIndexOf('/') + 1);
        Schema<?> referred = Objects.requireNonNull(schemas.get(name));
        return new ObjectSchema().properties(referred.getProperties()).nullable(true);
    }
}
